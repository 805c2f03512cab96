/** Tells systems and people outside what happened in the other services. */
package dev.remit.notifications;
