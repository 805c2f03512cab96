package dev.remit.house.broken.engines;

import java.net.URI;

/** An engine that knows where things are, takes money as floating point and reads the time itself. */
public class ImpureEngine {

    private final URI source;
    private final double rate;

    public ImpureEngine(URI source, double rate) {
        this.source = source;
        this.rate = rate;
    }

    public double price(long minutes) {
        return rate * minutes + source.toString().length();
    }
}
