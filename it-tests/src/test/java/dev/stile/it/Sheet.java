package dev.stile.it;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Many pictures of one size, side by side on one. */
final class Sheet {
    private Sheet() {}

    static void write(List<BufferedImage> pictures, int columns, double scale, Path file) throws IOException {
        int width = (int) (pictures.get(0).getWidth() * scale);
        int height = (int) (pictures.get(0).getHeight() * scale);
        int rows = (pictures.size() + columns - 1) / columns;
        // In grey: a third as large, and it is about the letters.
        BufferedImage sheet = new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setBackground(Color.WHITE);
        graphics.clearRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < pictures.size(); i++) {
            Image scaled = pictures.get(i).getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
            graphics.drawImage(scaled, i % columns * width, i / columns * height, null);
        }
        graphics.dispose();
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(sheet, "png", file.toFile());
    }
}
