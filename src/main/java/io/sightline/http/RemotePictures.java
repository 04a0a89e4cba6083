package io.sightline.http;

import io.sightline.net.AddressRange;
import io.sightline.settings.Settings;
import io.sightline.vision.PictureSource;
import io.sightline.vision.VisionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pictures from the servers that an administrator has listed. A name is looked up once, and the
 * connection goes to the address that was checked, so that nobody can answer a second question
 * differently; redirections are not followed.
 */
final class RemotePictures implements PictureSource {
  private final List<String> origins;
  private final List<AddressRange> ranges;
  private final PictureFetch fetch;

  /**
   * @param origins scheme, host and, where it is not the scheme's own, port
   * @param ranges addresses that names may lead to although they are not public
   */
  RemotePictures(List<String> origins, List<AddressRange> ranges, PictureFetch fetch) {
    this.origins = List.copyOf(origins);
    this.ranges = List.copyOf(ranges);
    this.fetch = fetch;
  }

  static RemotePictures of(Settings settings) {
    String name = "sightline.http.pictures.origins";
    List<String> origins = new ArrayList<>();
    for (String origin : settings.list(name)) {
      String lower = origin.toLowerCase(Locale.ROOT);
      if (!lower.matches("https?://[^/\\s@?#*]+")) {
        throw settings.refuse(name, "origins such as https://pictures.example");
      }
      origins.add(origin(URI.create(lower)));
    }
    int bytes = settings.integer("sightline.workflow.picture.max.bytes", 1024, 256 << 20);
    Duration time = settings.seconds("sightline.http.pictures.timeout", 0.1, 300);
    return new RemotePictures(origins, ranges(settings), new PictureFetch(bytes, time));
  }

  private static List<AddressRange> ranges(Settings settings) {
    String name = "sightline.http.pictures.addresses";
    try {
      return settings.list(name).stream().map(AddressRange::of).toList();
    } catch (IllegalArgumentException e) {
      throw settings.refuse(name, "addresses or ranges such as 192.168.0.0/16");
    }
  }

  @Override
  public byte[] fetch(URI address) {
    if (address.getHost() == null || address.getUserInfo() != null) {
      throw new VisionException("an address needs a host and no user: " + shown(address));
    }
    if (!origins.contains(origin(address))) {
      throw new VisionException(
          "pictures from %s are not allowed here: see sightline.http.pictures.origins"
              .formatted(shown(address)));
    }
    InetAddress target = target(address);
    try {
      return fetch.get(address, port(address), target);
    } catch (IOException e) {
      throw new VisionException("%s gives no picture: %s".formatted(shown(address), reason(e)), e);
    }
  }

  private InetAddress target(URI address) {
    String host = address.getHost();
    InetAddress literal = AddressRange.literal(host);
    if (literal != null) {
      return literal;
    }
    try {
      for (InetAddress found : InetAddress.getAllByName(host)) {
        if (AddressRange.isPublic(found) || ranges.stream().anyMatch(r -> r.contains(found))) {
          return found;
        }
      }
    } catch (UnknownHostException e) {
      throw new VisionException("%s is not known".formatted(shown(address)));
    }
    throw new VisionException(
        "%s leads to an address that is not public: see sightline.http.pictures.addresses"
            .formatted(shown(address)));
  }

  private static String origin(URI address) {
    return (address.getScheme() + "://" + address.getHost()).toLowerCase(Locale.ROOT)
        + ":"
        + port(address);
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }

  private static String shown(URI address) {
    return address.getScheme() + "://" + address.getHost();
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
