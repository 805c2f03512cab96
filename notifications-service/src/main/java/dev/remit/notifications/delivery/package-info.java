/**
 * What receivers are sent, in order of each subject, until they have it. A try is claimed, made outside of transactions, and
 * noted down; whatever breaks off between the three is made again under the same id.
 */
package dev.remit.notifications.delivery;
