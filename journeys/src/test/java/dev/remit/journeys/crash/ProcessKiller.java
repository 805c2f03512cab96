package dev.remit.journeys.crash;

import dev.remit.journeys.proof.WebhookReceiver;
import dev.remit.stack.ServiceProcess;
import dev.remit.stack.Stack;
import dev.remit.stack.StackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills processes at moments that a seed picks: one or two a round, services, MySQL and the receiver of webhooks alike, now and then once more while
 * they start. A round ends when everything is up again.
 */
final class ProcessKiller {
    private static final String RECEIVER = "receiver";
    private static final List<String> VICTIMS =
            List.of("contracts", "tickets", "billing", "notifications", "gateway", "mysql", RECEIVER);

    private final Stack stack;
    private final WebhookReceiver receiver;
    private final Random random;
    private final Map<String, Integer> kills = new TreeMap<>();

    ProcessKiller(Stack stack, WebhookReceiver receiver, long seed) {
        this.stack = stack;
        this.receiver = receiver;
        this.random = new Random(seed);
    }

    /** How often each process was killed. */
    Map<String, Integer> kills() {
        return kills;
    }

    int total() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** @return what it did, in a line */
    String round() {
        List<String> order = new ArrayList<>(VICTIMS);
        Collections.shuffle(order, random);
        List<String> victims = order.subList(0, random.nextInt(4) == 0 ? 2 : 1);
        StringBuilder words = new StringBuilder();
        for (String victim : victims) {
            Duration pause = between(200, 2_500);
            pause(pause);
            kill(victim);
            words.append("after %d ms %s; ".formatted(pause.toMillis(), victim));
        }
        if (random.nextInt(3) == 0
                && !victims.contains("mysql")
                && !victims.getFirst().equals(RECEIVER)) {
            Duration pause = between(500, 10_000);
            killWhileStarting(victims.getFirst(), pause);
            words.append("again %s after %d ms of its start; ".formatted(victims.getFirst(), pause.toMillis()));
        }
        CompletableFuture.allOf(victims.stream()
                        .map(victim -> CompletableFuture.runAsync(() -> start(victim), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
        return words.toString();
    }

    private void killWhileStarting(String victim, Duration pause) {
        CompletableFuture<Void> starting = CompletableFuture.runAsync(
                () -> {
                    try {
                        start(victim);
                    } catch (StackException killed) {
                        // That is what is meant to happen, unless it was quicker.
                    }
                },
                Thread::startVirtualThread);
        pause(pause);
        kill(victim);
        starting.join();
    }

    private void kill(String victim) {
        if (victim.equals("mysql")) {
            stack.mysql().kill();
        } else if (victim.equals(RECEIVER)) {
            breakOff();
        } else {
            stack.service(victim).kill();
        }
        kills.merge(victim, 1, Integer::sum);
    }

    /** It is soon back: the tenant's time goes by quickly, and after three days of it a try is the last. */
    private void breakOff() {
        receiver.kill();
        pause(between(200, 1_000));
        receiver.restart();
    }

    private void start(String victim) {
        if (victim.equals("mysql")) {
            stack.mysql().restart();
        } else if (!victim.equals(RECEIVER)) {
            ServiceProcess service = stack.service(victim);
            service.start();
        }
    }

    private Duration between(int least, int most) {
        return Duration.ofMillis(least + random.nextInt(most - least));
    }

    private static void pause(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
    }
}
