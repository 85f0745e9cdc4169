package cn.jiping.file;

/**
 * 画幅: what an image is cut to, in pixels: its middle in this shape, scaled down to this size. A
 * smaller one is not taken.
 */
public record Frame(int width, int height) {
    public Frame {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("Not a frame: " + width + " by " + height);
        }
    }
}
