/**
 * JSON for the engines: Jackson, set up so that text is read strictly and every fault is named by its place, and the one
 * canonical form in which values are hashed and kept.
 */
package dev.remit.engines.json;
