package io.sightline.admin;

import io.sightline.pipeline.BoundedExecutor;
import io.sightline.session.SessionRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Registers the management bean while the application runs. */
@ApplicationScoped
class BeanRegistration {
  private static final System.Logger LOG = System.getLogger(BeanRegistration.class.getName());
  private static final String NAME = "io.sightline:type=Sessions";

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

  void register(
      @Observes @Initialized(ApplicationScoped.class) Object start,
      SessionRegistry sessions,
      BoundedExecutor frames) {
    try {
      unregister();
      server.registerMBean(new OpenSessions(sessions, frames::stuck), new ObjectName(NAME));
    } catch (JMException e) {
      LOG.log(System.Logger.Level.WARNING, "no management bean " + NAME, e);
    }
  }

  @PreDestroy
  void unregister() {
    try {
      server.unregisterMBean(new ObjectName(NAME));
    } catch (InstanceNotFoundException e) {
      // there is none to remove
    } catch (JMException e) {
      LOG.log(System.Logger.Level.WARNING, "management bean " + NAME + " stays registered", e);
    }
  }
}
