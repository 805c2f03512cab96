/** What reports say of tickets' lives: whose their time was, month by month. */
package dev.remit.engines.reports;
