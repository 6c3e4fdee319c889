package dev.stile.it;

import dev.stile.it.browser.Browser;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** What a browser has drawn, a pixel a CSS pixel, and where on it an element is. */
final class Picture {
    private static final String BOX = "(({ left, top, width, height }) => [left, top, width, height])"
            + "(document.querySelector('%s').getBoundingClientRect())";

    private final Browser browser;
    private final BufferedImage image;

    private Picture(Browser browser, BufferedImage image) {
        this.browser = browser;
        this.image = image;
    }

    /** Of the page with all that was done to it: WebKit's picture may be one frame behind. */
    static Picture of(Browser browser) {
        browser.eval("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(0))))");
        try {
            return new Picture(browser, ImageIO.read(new ByteArrayInputStream(browser.screenshot())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The colour at a place that is told by an element of the page as it is now.
     *
     * @param along part of the element's width from its left, 0 to 1
     * @param down part of its height from its top, 0 to 1
     * @param right pixels further to the right
     * @param below pixels further down
     */
    Color at(String css, double along, double down, int right, int below) {
        List<?> box = (List<?>) browser.eval(BOX.formatted(css));
        double x = number(box, 0) + along * number(box, 2) + right;
        double y = number(box, 1) + down * number(box, 3) + below;
        return new Color(image.getRGB((int) Math.floor(x), (int) Math.floor(y)));
    }

    /** The greatest contrast with a colour in an element's part from {@code along} on: where there is text, that of the text. */
    double greatestContrast(String css, double along, Color ground) {
        List<?> box = (List<?>) browser.eval(BOX.formatted(css));
        int left = (int) (number(box, 0) + along * number(box, 2));
        int top = (int) number(box, 1);
        int right = (int) (number(box, 0) + number(box, 2));
        int bottom = (int) (top + number(box, 3));
        return IntStream.range(top, bottom)
                .boxed()
                .flatMap(y -> IntStream.range(left, right).mapToObj(x -> new Color(image.getRGB(x, y))))
                .distinct()
                .mapToDouble(colour -> contrast(colour, ground))
                .max()
                .orElse(1);
    }

    private static double number(List<?> box, int index) {
        return ((Number) box.get(index)).doubleValue();
    }

    /** 1 to 21 (WCAG 2.2, "contrast ratio"). */
    static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /** WCAG 2.2, "relative luminance". */
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
