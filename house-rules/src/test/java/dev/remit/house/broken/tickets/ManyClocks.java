package dev.remit.house.broken.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Every way to the wall clock, one a method. */
@SuppressWarnings("JavaUtilDate")
public class ManyClocks {

    Supplier<Instant> instantByReference() {
        return Instant::now;
    }

    LongSupplier millisByReference() {
        return System::currentTimeMillis;
    }

    Supplier<Clock> clockByReference() {
        return Clock::systemUTC;
    }

    Supplier<Date> dateByReference() {
        return Date::new;
    }

    Instant instant() {
        return Instant.now();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    Calendar calendar() {
        return Calendar.getInstance();
    }

    Calendar gregorian() {
        return new GregorianCalendar();
    }

    Date date() {
        return new Date();
    }
}
