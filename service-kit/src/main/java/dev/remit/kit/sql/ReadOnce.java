package dev.remit.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a transaction has read and asks for again. It is read once and kept until the transaction ends; whoever changes it
 * in the same transaction has it forgotten. Outside of a transaction nothing is kept.
 */
@ApplicationScoped
public class ReadOnce {
    private final TransactionSynchronizationRegistry transaction;

    ReadOnce(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /** Tells one question from another; its type is that of whoever asks. */
    public interface Question {}

    /**
     * The answer, read where the transaction has none yet.
     *
     * @param question with equals and hashCode; the same question has answers of one type
     * @param read gives no null
     */
    @SuppressWarnings("unchecked")
    public <T> T get(Question question, Supplier<T> read) {
        if (!inTransaction()) {
            return read.get();
        }
        Object known = transaction.getResource(question);
        if (known != null) {
            return (T) known;
        }
        T answer = read.get();
        keep(question, answer);
        return answer;
    }

    /** The answer, where the transaction has one. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> known(Question question) {
        return inTransaction() ? Optional.ofNullable((T) transaction.getResource(question)) : Optional.empty();
    }

    /** Has an answer at hand that was found otherwise, as for many questions at once. */
    public void keep(Question question, Object answer) {
        if (inTransaction()) {
            transaction.putResource(question, answer);
        }
    }

    /** Has the next who asks read again. */
    public void forget(Question question) {
        keep(question, null);
    }

    private boolean inTransaction() {
        return transaction.getTransactionStatus() == Status.STATUS_ACTIVE;
    }
}
