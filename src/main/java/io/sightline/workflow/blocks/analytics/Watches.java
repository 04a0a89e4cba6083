package io.sightline.workflow.blocks.analytics;

import io.sightline.vision.Position;
import io.sightline.workflow.block.BlockException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The watches used last, as many as their zones' pixels allow. */
final class Watches {
  private static final int MAX_WATCHES = 256;

  /** Of all zones together, one bit for each pixel: 64 MiB. */
  private static final long MAX_PIXELS = 1L << 29;

  /**
   * @param zones as the step was told; null where a video keeps its first ones
   */
  private record Key(String video, Object zones) {}

  private final Map<Key, Watch> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long pixels;
  private Key lastKey;
  private Watch last;

  /**
   * The watch of a video, made where it has none.
   *
   * @param zones what tells apart several watches of the video; null where it has one
   * @param polygons the zones' corners
   * @param anchor names the place of a detection that counts
   */
  Watch of(String video, Object zones, Supplier<List<double[][]>> polygons, String anchor) {
    if (last != null && lastKey.zones() == zones && lastKey.video().equals(video)) {
      return last;
    }
    Key key = new Key(video, zones);
    Watch watch = kept.get(key);
    if (watch == null) {
      watch = make(polygons.get(), Position.named(anchor));
      kept.put(key, watch);
      pixels += watch.pixels();
      shrink();
    }
    lastKey = key;
    last = watch;
    return watch;
  }

  private static Watch make(List<double[][]> polygons, Position anchor) {
    List<Zone> zones = new ArrayList<>(polygons.size());
    long sum = 0;
    for (double[][] polygon : polygons) {
      Zone zone = new Zone(polygon);
      sum += zone.pixels();
      if (sum > MAX_PIXELS) {
        throw new BlockException(
            "zones cover at most %d pixels together; the first %d cover %d"
                .formatted(MAX_PIXELS, zones.size() + 1, sum));
      }
      zones.add(zone);
    }
    return new Watch(List.copyOf(zones), anchor);
  }

  /** Lets the oldest watches go, never the newest. */
  private void shrink() {
    Iterator<Watch> oldest = kept.values().iterator();
    while (kept.size() > 1 && (kept.size() > MAX_WATCHES || pixels > MAX_PIXELS)) {
      pixels -= oldest.next().pixels();
      oldest.remove();
    }
  }
}
