/** Whether the worked examples that were signed still come to what was signed, before a release of the engines goes live. */
package dev.remit.contracts.examples;
