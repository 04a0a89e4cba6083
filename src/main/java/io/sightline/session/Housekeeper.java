package io.sightline.session;

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
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * The timer bean: starts with the application, which does not start where a setting is out of
 * bounds, keeps house every few seconds, and ends all sessions when the application goes.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@ManagedExecutorDefinition(name = Housekeeper.FRAMES_EXECUTOR)
public class Housekeeper {
  /** Where frames are processed: never on the server's request threads. */
  static final String FRAMES_EXECUTOR = "java:app/concurrent/sightline/frames";

  private static final System.Logger LOG = System.getLogger(Housekeeper.class.getName());
  private static final long END_MILLIS = 10_000;

  @Resource private TimerService timers;
  @Inject private Settings settings;
  @Inject private SessionRegistry registry;
  @Inject private Event<HousekeepingRound> rounds;

  @PostConstruct
  void start() {
    SettingsCheck.run(settings);
    long millis = interval(settings).toMillis();
    timers.createIntervalTimer(millis, millis, new TimerConfig(null, false));
  }

  static Duration interval(Settings settings) {
    return settings.seconds("sightline.session.housekeeping.interval", 1, 3600);
  }

  /** A timer that throws might not be called again: everything is caught. */
  @Timeout
  void round() {
    try {
      new Housekeeping(registry).round();
      rounds.fire(new HousekeepingRound());
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "a round of the housekeeper failed", e);
    }
  }

  @PreDestroy
  void stop() {
    registry.closeAll(END_MILLIS);
  }
}
