package dev.remit.engines.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every ticket. */
class FoldPropertiesTest {
    @Property(tries = 1_000)
    void anyShuffleAndRepetitionReadsTheSame(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        SlaReading reading = ticket.read();
        Random random = new Random(seed);
        List<SlaEvent> again = new ArrayList<>(ticket.events);
        for (SlaEvent event : ticket.events) {
            if (random.nextBoolean()) {
                again.add(new SlaEvent(event.key(), event.at(), event.knownAt(), event.fact()));
            }
        }
        Collections.shuffle(again, random);
        assertEquals(reading, SlaClocks.read(ticket.pinned, ticket.delivery, again, ticket.asOf, ticket.asOf));
    }

    @Property(tries = 1_000)
    void ofManyVersionsTheOneKnownLastCountsAndNoneBeforeItWasKnown(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        Random random = new Random(seed);
        Instant end = ticket.asOf.plusSeconds(400_000);
        List<SlaEvent> told = new ArrayList<>();
        List<SlaEvent> last = new ArrayList<>();
        for (SlaEvent event : ticket.events) {
            SlaEvent version = event;
            told.add(version);
            for (int i = random.nextInt(3); i > 0; i--) {
                Instant at = version.at().plusSeconds(RandomTicket.CELL * (random.nextInt(41) - 20));
                Instant knownAt = version.knownAt().plusSeconds(1 + random.nextInt(100_000));
                version = new SlaEvent(event.key(), at, knownAt, event.fact());
                told.add(version);
            }
            last.add(version);
        }
        Collections.shuffle(told, random);
        assertEquals(
                SlaClocks.read(ticket.pinned, ticket.delivery, last, ticket.asOf, end),
                SlaClocks.read(ticket.pinned, ticket.delivery, told, ticket.asOf, end));
        Instant then = ticket.events.getFirst().at().plusSeconds(random.nextInt(400_000));
        List<SlaEvent> known =
                told.stream().filter(event -> !event.knownAt().isAfter(then)).toList();
        assertEquals(
                SlaClocks.read(ticket.pinned, ticket.delivery, known, ticket.asOf, end)
                        .clocks(),
                SlaClocks.read(ticket.pinned, ticket.delivery, told, ticket.asOf, then)
                        .clocks());
    }

    @Property(tries = 1_000)
    void aTicketIsReadBackFromEvidenceAndReadsTheSame(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        byte[] events = CanonicalJson.bytes(ticket.events);
        byte[] terms = CanonicalJson.bytes(ticket.pinned);
        List<SlaEvent> readEvents = List.of(Json.read(Json.parse(events), SlaEvent[].class));
        SlaTerms readTerms = Json.read(Json.parse(terms), SlaTerms.class);
        assertEquals(ticket.events, readEvents);
        assertEquals(ticket.pinned, readTerms);
        assertEquals(
                CanonicalJson.text(ticket.read()),
                CanonicalJson.text(SlaClocks.read(readTerms, ticket.delivery, readEvents, ticket.asOf, ticket.asOf)));
    }

    @Property(tries = 1_000)
    void theSecondsAddUpToTheAge(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        SlaReading reading = ticket.read();
        assertEquals(
                ticket.asOf.getEpochSecond() - reading.createdAt().getEpochSecond(),
                reading.seconds().total());
    }

    @Property(tries = 1_000)
    void whatHappensLaterDoesNotChangeAnEarlierReading(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        List<SlaEvent> sofar = ticket.events.stream()
                .filter(event -> !event.at().isAfter(ticket.asOf))
                .toList();
        assertEquals(ticket.read(), SlaClocks.read(ticket.pinned, ticket.delivery, sofar, ticket.asOf, ticket.asOf));
    }

    @Property(tries = 1_000)
    void aBreachIsAtItsDueMomentAndAfterItNothingIsMet(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        for (ClockReading clock : ticket.read().clocks()) {
            for (CycleReading cycle : clock.cycles()) {
                if (cycle.breachedAt() != null) {
                    assertEquals(cycle.due(), cycle.breachedAt());
                    assertTrue(cycle.breachedAt().isBefore(ticket.asOf));
                }
                assertEquals(
                        cycle.state() == ClockState.MET,
                        cycle.endedAt() != null && cycle.cancelledFor() == null && cycle.breachedAt() == null);
            }
        }
    }

    @Property(tries = 1_000)
    void readingAtTheNextChangeSaysSomethingNew(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 14);
        SlaReading reading = ticket.read();
        List<SlaEvent> sofar = ticket.events.stream()
                .filter(event -> !event.at().isAfter(ticket.asOf))
                .toList();
        Instant change = reading.nextChange();
        if (change != null) {
            assertTrue(change.isAfter(ticket.asOf));
            Instant before = change.minusSeconds(1);
            if (before.isAfter(ticket.asOf)) {
                assertEquals(
                        said(reading),
                        said(SlaClocks.read(ticket.pinned, ticket.delivery, sofar, before, before)),
                        "too late: " + change);
            }
            assertFalse(
                    said(reading).equals(said(SlaClocks.read(ticket.pinned, ticket.delivery, sofar, change, change))));
        } else {
            Instant farOff = ticket.asOf.plusSeconds(200L * 86_400);
            assertEquals(said(reading), said(SlaClocks.read(ticket.pinned, ticket.delivery, sofar, farOff, farOff)));
        }
    }

    /** What a board, a warning or a breach notice would say. */
    private static List<String> said(SlaReading reading) {
        List<String> said = new ArrayList<>();
        reading.waits().forEach(wait -> said.add(wait.key() + " " + wait.end()));
        for (ClockReading clock : reading.clocks()) {
            for (CycleReading cycle : clock.cycles()) {
                long fired = cycle.warnings().stream().filter(Warning::fired).count();
                said.add(clock.kind() + " " + cycle.state() + " " + cycle.pausedBy() + " " + fired);
            }
        }
        return said;
    }

    @Property(tries = 500)
    void aLongerWaitNeverMakesItDueEarlier(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 10);
        Instant created = ticket.events.getFirst().at();
        Random random = new Random(seed);
        Instant from = created.plusSeconds(random.nextInt(200_000));
        Instant to = from.plusSeconds(random.nextInt(200_000));
        List<SlaEvent> plain = List.of(ticket.events.getFirst());
        List<SlaEvent> waited = List.of(
                ticket.events.getFirst(), SlaEvent.of("wait", from, new Fact.WaitStarted(WaitReason.VENDOR, to)));
        SlaReading without = SlaClocks.read(ticket.pinned, ticket.delivery, plain, from, from);
        SlaReading with = SlaClocks.read(ticket.pinned, ticket.delivery, waited, from, from);
        for (ClockKind kind : ClockKind.values()) {
            CycleReading cycle = without.clock(kind).current();
            if (cycle != null && cycle.due() != null) {
                assertNotNull(with.clock(kind).current().due());
                assertFalse(with.clock(kind).current().due().isBefore(cycle.due()));
            }
        }
    }

    @Property(tries = 500)
    void aWaitThatDoesNotCountMakesNothingDueLater(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 20);
        List<SlaEvent> settled = new ArrayList<>(ticket.events);
        ticket.events.stream()
                .filter(event -> event.kind() == EventKind.WAIT_STARTED)
                .map(RandomTicket::disallowing)
                .forEach(settled::add);
        SlaReading as = ticket.read();
        SlaReading would = SlaClocks.read(ticket.pinned, ticket.delivery, settled, ticket.asOf, ticket.asOf);
        assertTrue(would.waits().stream().noneMatch(WaitReading::counts));
        for (ClockReading clock : as.clocks()) {
            List<CycleReading> others = would.clock(clock.kind()).cycles();
            assertEquals(
                    clock.cycles().stream().map(CycleReading::key).toList(),
                    others.stream().map(CycleReading::key).toList());
            for (int i = 0; i < others.size(); i++) {
                CycleReading cycle = clock.cycles().get(i);
                assertTrue(others.get(i).consumedSeconds() >= cycle.consumedSeconds());
                if (cycle.breachedAt() != null && others.get(i).breachedAt() != null) {
                    assertFalse(others.get(i).breachedAt().isAfter(cycle.breachedAt()));
                }
            }
        }
    }
}
