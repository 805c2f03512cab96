package dev.remit.engines.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.Serial;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Makes one node of one whole number, however it was written: 2, 2.0 and 2e0 are equal. */
final class WholeNumbers extends JsonNodeFactory {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_DIGITS = 64;

    WholeNumbers() {
        super(true);
    }

    @Override
    public NumericNode numberNode(byte v) {
        return numberNode((long) v);
    }

    @Override
    public NumericNode numberNode(short v) {
        return numberNode((long) v);
    }

    @Override
    public NumericNode numberNode(int v) {
        return numberNode((long) v);
    }

    @Override
    public ValueNode numberNode(BigInteger v) {
        return v != null && v.bitLength() < Long.SIZE ? numberNode(v.longValueExact()) : super.numberNode(v);
    }

    @Override
    public ValueNode numberNode(BigDecimal v) {
        if (v == null) {
            return nullNode();
        }
        if (v.signum() == 0) {
            return numberNode(0L);
        }
        boolean whole = v.stripTrailingZeros().scale() <= 0 && v.precision() - v.scale() <= MOST_DIGITS;
        return whole ? numberNode(v.toBigIntegerExact()) : super.numberNode(v);
    }
}
