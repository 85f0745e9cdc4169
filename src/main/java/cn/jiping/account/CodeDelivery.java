package cn.jiping.account;

import java.time.Duration;

/** 短信通道: brings a code to a phone; implemented where messages are sent. */
public interface CodeDelivery {
    /** Whether a gateway is set up at all. */
    boolean ready();

    /** Sends the code or queues it; must not take longer for one number than for another. */
    void deliver(String phone, String code, Duration validFor);
}
