package cn.jiping.architecture.samples;

public final class BagOfSetters {
    private String state = "";

    public void setState(String state) {
        this.state = state;
    }

    String state() {
        return state;
    }
}
