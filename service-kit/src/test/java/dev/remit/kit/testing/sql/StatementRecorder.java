package dev.remit.kit.testing.sql;

import com.mysql.cj.BindValue;
import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.jdbc.JdbcPreparedStatement;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Hears from the driver of every statement that the service under test sends, whoever sends it, and keeps what it is told
 * to: the text with its placeholders, and some of the values that it was sent with.
 */
public final class StatementRecorder implements QueryInterceptor {
    private static final int VALUES_OF_EACH = 3;

    // The driver and the tests are loaded by loaders of their own, which have nothing but the platform in common.
    private static final String TRIPS = "remit.counted-round-trips";
    private static final String KEY = "remit.recorded-statements";
    private static final String ALL = "remit.all-statements";
    private static final String REQUESTS = "executor-thread";

    /** @param values of the placeholders, in their order */
    public record Recorded(String sql, List<Object> values) {}

    public static void start() {
        System.getProperties().put(KEY, new ConcurrentHashMap<String, List<List<Object>>>());
    }

    /**
     * What was sent since the start.
     *
     * @throws IllegalStateException when nothing was heard of, since then the driver was not listened to
     */
    public static List<Recorded> stop() {
        Map<String, List<List<Object>>> heard = recording();
        System.getProperties().remove(KEY);
        if (heard == null || heard.isEmpty()) {
            throw new IllegalStateException("no statement was heard of");
        }
        return heard.entrySet().stream()
                .flatMap(sent -> sent.getValue().stream().map(values -> new Recorded(sent.getKey(), values)))
                .toList();
    }

    /**
     * Everything that anybody sends while work is done, in its order, with each thread's name before it: also what begins
     * and ends transactions, and what loops ask for when nothing is to be done. A batch in one is one.
     */
    public static List<String> all(Runnable work) {
        Queue<String> all = new ConcurrentLinkedQueue<>();
        System.getProperties().put(ALL, all);
        try {
            work.run();
        } finally {
            System.getProperties().remove(ALL);
        }
        return List.copyOf(all);
    }

    /**
     * How often requests send something while work is done; a batch in one counts once. What loops send beside it is left out,
     * since that depends on how long the work takes.
     */
    public static int roundTrips(Runnable work) {
        AtomicInteger trips = new AtomicInteger();
        System.getProperties().put(TRIPS, trips);
        try {
            work.run();
        } finally {
            System.getProperties().remove(TRIPS);
        }
        return trips.get();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<List<Object>>> recording() {
        return (Map<String, List<List<Object>>>) System.getProperties().get(KEY);
    }

    @Override
    public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
        return this;
    }

    @Override
    public boolean executeTopLevelOnly() {
        return true;
    }

    @Override
    public void destroy() {
        // Nothing of a connection is kept.
    }

    @Override
    public <T extends Resultset> T preProcess(Supplier<String> sql, Query query) {
        if (System.getProperties().get(TRIPS) instanceof AtomicInteger trips
                && Thread.currentThread().getName().startsWith(REQUESTS)) {
            trips.incrementAndGet();
        }
        tellAll(sql, query);
        Map<String, List<List<Object>>> recording = recording();
        if (recording != null
                && query instanceof JdbcPreparedStatement prepared
                && isLookedAt(prepared.getPreparedSql())) {
            List<Object> values = new ArrayList<>();
            for (BindValue value : prepared.getQueryBindings().getBindValues()) {
                values.add(value.isNull() ? null : value.getValue());
            }
            recording.compute(prepared.getPreparedSql(), (text, known) -> with(known, values));
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static void tellAll(Supplier<String> sql, Query query) {
        if (System.getProperties().get(ALL) instanceof Queue<?> all) {
            String text = query instanceof JdbcPreparedStatement prepared ? prepared.getPreparedSql() : sql.get();
            ((Queue<String>) all).add(Thread.currentThread().getName() + ": " + text);
        }
    }

    @Override
    public <T extends Resultset> T postProcess(Supplier<String> sql, Query query, T result, ServerSession session) {
        return null;
    }

    /** Several in one are a batch, of which each is one row's by its key. */
    private static boolean isLookedAt(String sql) {
        String text = sql.stripLeading().toLowerCase(Locale.ROOT);
        return (text.startsWith("select") || text.startsWith("update") || text.startsWith("delete"))
                && !text.contains(";");
    }

    /** The first few and the last: what comes later asks for more. */
    private static List<List<Object>> with(List<List<Object>> known, List<Object> next) {
        List<List<Object>> all = known == null ? new ArrayList<>() : new ArrayList<>(known);
        if (all.size() == VALUES_OF_EACH) {
            all.removeLast();
        }
        all.add(next);
        return all;
    }
}
