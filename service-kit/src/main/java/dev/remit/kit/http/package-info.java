/** What resources share: pages with cursors, ETags, money and query values. */
package dev.remit.kit.http;
