package io.sightline.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EarPomTest {
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>sightline(-ear)?</artifactId>\\s*<version>([^<]+)</version>");

  @Test
  void wrapsTheWarOfThisVersion() throws IOException {
    assertEquals(version(Path.of("pom.xml")), version(Path.of("ear" + File.separator + "pom.xml")));
  }

  private static String version(Path pom) throws IOException {
    Matcher matcher = VERSION.matcher(Files.readString(pom));
    return matcher.find() ? matcher.group(2) : "none in " + pom;
  }
}
