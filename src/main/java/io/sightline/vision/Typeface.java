package io.sightline.vision;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;

/** An outline font that comes with the server. Safe for use by several threads. */
public final class Typeface {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, false);

  private static final int TRIAL_SIZE = 14;

  private final Font font;

  private Typeface(Font font) {
    this.font = font;
  }

  /**
   * Loads a font.
   *
   * @param file of a TrueType font beside this class
   * @throws VisionException where this Java runtime cannot draw text
   */
  public static Typeface load(String file) {
    try (InputStream bytes = Typeface.class.getResourceAsStream(file)) {
      Typeface typeface = new Typeface(Font.createFont(Font.TRUETYPE_FONT, bytes));
      typeface.write("Tg", TRIAL_SIZE);
      return typeface;
    } catch (FontFormatException
        | IOException
        | RuntimeException
        | LinkageError
        | InternalError e) {
      throw new VisionException("this Java runtime cannot draw outline fonts: " + e);
    }
  }

  /**
   * One line of text.
   *
   * @param size of the font, pixels
   * @throws VisionException where it covers more than 16,777,216 pixels
   */
  public Inscription write(String line, int size) {
    Font sized = font.deriveFont((float) size);
    GlyphVector glyphs = sized.createGlyphVector(CONTEXT, line);
    Rectangle ink = glyphs.getPixelBounds(CONTEXT, 0, 0);
    int left = Math.min(0, ink.x);
    int advance = (int) Math.rint(glyphs.getLogicalBounds().getWidth());
    int width = Math.max(advance, ink.x + ink.width) - left;
    if ((long) ink.width * ink.height > Inscription.MAX_PIXELS) {
      throw new VisionException(
          "a line of text covers %d x %d pixels, at most %d are drawn"
              .formatted(ink.width, ink.height, Inscription.MAX_PIXELS));
    }
    if (ink.width <= 0 || ink.height <= 0) {
      return new Inscription(width, 0, 0, 0, 0, new byte[0]);
    }
    return new Inscription(
        width, ink.x - left, -ink.y, ink.width, ink.height, coverage(glyphs, ink));
  }

  private static byte[] coverage(GlyphVector glyphs, Rectangle ink) {
    BufferedImage image = new BufferedImage(ink.width, ink.height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_OFF);
    graphics.drawGlyphVector(glyphs, -ink.x, -ink.y);
    graphics.dispose();
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }
}
