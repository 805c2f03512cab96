/** Who wants to be told what, where, and signed by which secrets. */
package dev.remit.notifications.subscriptions;
