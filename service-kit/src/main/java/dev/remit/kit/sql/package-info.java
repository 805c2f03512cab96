/** Native SQL with our column types, and what a failure of the database means. */
package dev.remit.kit.sql;
