package io.sightline.session;

import io.sightline.pipeline.BoundedExecutor;
import io.sightline.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * The timer bean: keeps house every few seconds from the start of the application on, and ends all
 * sessions when it goes.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeper {
  private static final System.Logger LOG = System.getLogger(Housekeeper.class.getName());
  private static final long END_MILLIS = 10_000;

  @Resource private TimerService timers;
  @Inject private Settings settings;
  @Inject private SessionRegistry registry;
  @Inject private BoundedExecutor frames;
  @Inject private Event<HousekeepingRound> rounds;
  private Duration frameTimeout;

  @PostConstruct
  void start() {
    long millis = SessionStartCheck.housekeeping(settings).toMillis();
    frameTimeout = SessionLimits.of(settings).frame();
    timers.createIntervalTimer(millis, millis, new TimerConfig(null, false));
  }

  /** A timer that throws might not be called again: everything is caught. */
  @Timeout
  void round() {
    try {
      List<String> ended = new Housekeeping(registry).round();
      frames.relieve(frameTimeout);
      rounds.fire(new HousekeepingRound(ended));
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "a round of the housekeeper failed", e);
    }
  }

  @PreDestroy
  void stop() {
    registry.closeAll(END_MILLIS);
  }
}
