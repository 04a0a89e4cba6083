package io.sightline.media.capture;

import io.sightline.settings.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which sources the administrator lets clients open. A name is resolved once, here, and the session
 * connects to that address and no other.
 */
public final class SourcePolicy {
  private static final String HOSTS = "sightline.media.sources.hosts";
  private static final String SCHEMES = "sightline.media.sources.schemes";
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");

  /** How names become addresses. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private final List<NetworkRange> networks = new ArrayList<>();
  private final List<HostPattern> names = new ArrayList<>();
  private final Set<Scheme> schemes = EnumSet.noneOf(Scheme.class);
  private final CaptureLimits limits;
  private final Resolver resolver;
  private final VideoDirectory files;

  /**
   * @throws io.sightline.settings.SettingsException where an entry is not one
   */
  public SourcePolicy(Settings settings) {
    this(settings, InetAddress::getAllByName);
  }

  SourcePolicy(Settings settings, Resolver resolver) {
    this.resolver = resolver;
    limits = CaptureLimits.of(settings);
    files = new VideoDirectory(settings);
    for (String entry : settings.list(HOSTS)) {
      NetworkRange range = NetworkRange.parse(entry);
      HostPattern name = HostPattern.parse(entry);
      if (range != null) {
        networks.add(range);
      } else if (name != null) {
        names.add(name);
      } else {
        throw settings.refuse(
            HOSTS, "host names, *.patterns, addresses and networks such as 192.168.7.0/24");
      }
    }
    for (String entry : settings.list(SCHEMES)) {
      Scheme scheme = Scheme.named(entry);
      if (scheme == null) {
        throw settings.refuse(SCHEMES, "some of rtsp, rtsps, http and https");
      }
      schemes.add(scheme);
    }
  }

  /**
   * A camera that speaks RTSP.
   *
   * @throws SourceNotAllowed naming the setting that does not permit it
   * @throws CaptureException where the text is no such address or its name has no address
   */
  public VideoOrigin rtsp(String url) {
    return new RtspOrigin(permit(url, "'rtsp_url'", EnumSet.of(Scheme.RTSP, Scheme.RTSPS)), limits);
  }

  /**
   * A camera that sends JPEG pictures over HTTP; errors as {@link #rtsp}.
   *
   * @throws SourceNotAllowed naming the setting that does not permit it
   */
  public VideoOrigin mjpeg(String url) {
    return new MjpegOrigin(
        permit(url, "'mjpeg_url'", EnumSet.of(Scheme.HTTP, Scheme.HTTPS)), limits);
  }

  /**
   * A video by reference: an address of either kind of camera, or a file below the directory that
   * the administrator lists.
   *
   * @throws SourceNotAllowed naming the setting that does not permit it
   * @throws CaptureException where the text is no reference or its name has no address
   */
  public VideoOrigin video(String reference) {
    if (!ADDRESS.matcher(reference).lookingAt()) {
      return files.video(reference);
    }
    Set<Scheme> web = EnumSet.of(Scheme.HTTP, Scheme.HTTPS);
    PinnedSource source = permit(reference, "'video_reference'", EnumSet.allOf(Scheme.class));
    return web.contains(source.url().scheme())
        ? new MjpegOrigin(source, limits)
        : new RtspOrigin(source, limits);
  }

  private PinnedSource permit(String text, String option, Set<Scheme> fitting) {
    if (networks.isEmpty() && names.isEmpty()) {
      throw new SourceNotAllowed(
          "%s is not allowed on this server: setting %s lists no host".formatted(option, HOSTS));
    }
    SourceUrl url = SourceUrl.parse(text);
    if (!fitting.contains(url.scheme())) {
      throw new CaptureException("%s must begin with one of %s".formatted(option, fitting));
    }
    if (!schemes.contains(url.scheme())) {
      throw new SourceNotAllowed(
          "%s: setting %s does not list %s".formatted(url, SCHEMES, url.scheme()));
    }
    boolean listed = names.stream().anyMatch(pattern -> pattern.matches(url.host()));
    if (!listed && !url.isLiteral() && networks.isEmpty()) {
      throw notListed(url);
    }
    for (InetAddress address : resolved(url)) {
      if (permits(address, listed)) {
        return new PinnedSource(url, address);
      }
    }
    throw notListed(url);
  }

  private boolean permits(InetAddress address, boolean nameListed) {
    AddressClass kind = AddressClass.of(address);
    boolean rangeListed = networks.stream().anyMatch(range -> range.contains(address));
    return kind != AddressClass.FORBIDDEN
        && (rangeListed || nameListed && kind == AddressClass.PUBLIC);
  }

  private InetAddress[] resolved(SourceUrl url) {
    try {
      return url.isLiteral()
          ? new InetAddress[] {InetAddress.getByName(url.host())}
          : resolver.resolve(url.host());
    } catch (UnknownHostException e) {
      throw new CaptureException(url + ": the host has no address");
    }
  }

  /** Says the same of every address: who asks learns nothing of this server's network. */
  private static SourceNotAllowed notListed(SourceUrl url) {
    return new SourceNotAllowed(
        ("%s is not allowed: setting %s does not list it (addresses of this machine and of private"
                + " networks must be listed as addresses or networks)")
            .formatted(url, HOSTS));
  }
}
