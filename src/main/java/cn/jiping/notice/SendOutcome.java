package cn.jiping.notice;

/**
 * 发送结果: what the mail server or the SMS gateway said. A problem is a short word; its text stands
 * under {@code notice.problem.<word>}.
 */
public sealed interface SendOutcome {
    /** Taken over by the server. */
    record Sent() implements SendOutcome {}

    /** May work later, such as a server that is down. */
    record TryLater(String problem) implements SendOutcome {}

    /** Will never work, such as a number that does not exist. */
    record Rejected(String problem) implements SendOutcome {}

    /** This installation has no such channel; nothing was sent. */
    record NotConfigured() implements SendOutcome {}
}
