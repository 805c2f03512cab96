/** Lists as files that spreadsheets and finance systems read. */
package dev.remit.kit.csv;
