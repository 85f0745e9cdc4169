package cn.jiping.payment;

/** 回调结果: what became of a message of the gateway. */
public enum CallBackOutcome {
    /** The order is paid. */
    PAID(true),
    /** The money came when the order could not take it, and goes back. */
    TAKEN_IN_EXCESS(true),
    /** The attempt failed; the order is as it was. */
    ATTEMPT_FAILED(true),
    /** Money has gone back. */
    REFUNDED(true),
    /** It came before; nothing changed. */
    KNOWN(true),
    /** The signature is none of the gateway's, or the message cannot be read. */
    FORGED(false),
    /** There is no such order yet; the gateway may try again. */
    UNKNOWN_ORDER(false),
    /** The amount is not what the order asks for. */
    OTHER_AMOUNT(false),
    /** The gateway's number belongs to another order. */
    NUMBER_TAKEN(false),
    /** Nothing was to be sent back under this id. */
    UNKNOWN_REFUND(false);

    private final boolean accepted;

    CallBackOutcome(boolean accepted) {
        this.accepted = accepted;
    }

    public boolean accepted() {
        return accepted;
    }

    /**
     * What the gateway is told if its message was not taken.
     *
     * @throws IllegalStateException if it was
     */
    public PaymentRefused refusal() {
        return switch (this) {
            case FORGED -> PaymentRefused.forged();
            case UNKNOWN_ORDER -> PaymentRefused.unknownOrder();
            case OTHER_AMOUNT -> PaymentRefused.otherAmount();
            case NUMBER_TAKEN -> PaymentRefused.numberTaken();
            case UNKNOWN_REFUND -> PaymentRefused.unknownRefund();
            case PAID, TAKEN_IN_EXCESS, ATTEMPT_FAILED, REFUNDED, KNOWN ->
                    throw new IllegalStateException("Taken: " + this);
        };
    }
}
