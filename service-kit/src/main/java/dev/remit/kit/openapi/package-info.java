/** What every operation of the API document says without being told. */
package dev.remit.kit.openapi;
