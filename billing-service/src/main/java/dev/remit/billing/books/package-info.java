/** The one lock under which a client's quotes and lines change. */
package dev.remit.billing.books;
