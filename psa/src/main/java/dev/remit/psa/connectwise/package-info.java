/** ConnectWise PSA's callbacks read into facts. */
package dev.remit.psa.connectwise;
