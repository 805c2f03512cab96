/** Pages for people: as HTML that loads nothing and runs nothing, and put on paper. A service that prints has the PDF's libraries. */
package dev.remit.kit.paper;
