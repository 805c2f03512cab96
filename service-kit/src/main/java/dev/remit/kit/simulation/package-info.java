/** Calculations that are asked for over HTTP and store nothing: kept from taking the threads of everything else. */
package dev.remit.kit.simulation;
