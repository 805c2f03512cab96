/** The demo world, and the story of the office move told through the API. */
package dev.remit.stack.demo;
