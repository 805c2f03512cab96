/** How a tenant's people are written to: by whom, in which language and zone, at which hours, and who about what. */
package dev.remit.notifications.mailsettings;
