package dev.remit.bench;

import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks whose names match the first argument, all without one; the figures go to target/benchmarks.json. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs and exits with an error when a benchmark fails or its result is wrong. */
    public static void main(String[] args) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(args.length == 0 ? ".*" : args[0])
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result("target/benchmarks.json")
                .build();
        new Runner(options).run();
    }
}
