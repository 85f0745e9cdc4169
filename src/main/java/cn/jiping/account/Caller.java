package cn.jiping.account;

/** 来访者: from which address and on which device somebody calls. */
public record Caller(String address, String device) {
    private static final int LONGEST = 120;

    public Caller {
        address = address.substring(0, Math.min(address.length(), LONGEST));
        device = device.substring(0, Math.min(device.length(), LONGEST));
    }
}
