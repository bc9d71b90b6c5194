package com.recipechatbot.analytics.serving.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A page seen from a distance, at an eighth of its size: fonts and hinting hardly matter, but areas of color do. */
final class Picture {

    private static final int SCALE = 8;

    private final BufferedImage pixels;

    private Picture(BufferedImage pixels) {
        this.pixels = pixels;
    }

    static Picture ofPage(byte[] png) throws IOException {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
        int width = whole.getWidth() / SCALE;
        int height = whole.getHeight() / SCALE;
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.drawImage(whole.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        canvas.dispose();
        return new Picture(small);
    }

    static Picture read(String resource) throws IOException {
        try (InputStream file = Picture.class.getResourceAsStream(resource)) {
            return new Picture(ImageIO.read(file));
        }
    }

    void write(Path file) throws IOException {
        ImageIO.write(pixels, "png", file.toFile());
    }

    /** The mean difference of the color channels, out of 256, in the worst of the picture's 16 x 16 fields. */
    double differenceTo(Picture other) {
        if (pixels.getWidth() != other.pixels.getWidth() || pixels.getHeight() != other.pixels.getHeight()) {
            return 256;
        }
        double worst = 0;
        for (int x = 0; x < pixels.getWidth(); x += 16) {
            for (int y = 0; y < pixels.getHeight(); y += 16) {
                worst = Math.max(worst, differenceTo(other, x, y));
            }
        }
        return worst;
    }

    private double differenceTo(Picture other, int left, int top) {
        long sum = 0;
        int channels = 0;
        for (int x = left; x < Math.min(left + 16, pixels.getWidth()); x++) {
            for (int y = top; y < Math.min(top + 16, pixels.getHeight()); y++) {
                Color mine = new Color(pixels.getRGB(x, y));
                Color its = new Color(other.pixels.getRGB(x, y));
                sum += Math.abs(mine.getRed() - its.getRed())
                        + Math.abs(mine.getGreen() - its.getGreen())
                        + Math.abs(mine.getBlue() - its.getBlue());
                channels += 3;
            }
        }
        return (double) sum / channels;
    }
}
