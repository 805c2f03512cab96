/** What every service knows of people's and machines' accounts, as contracts-service tells it. */
package dev.remit.kit.accounts;
