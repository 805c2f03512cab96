/** How people are recognised: by their login, and by their name where they type it. */
package dev.remit.kit.people;
