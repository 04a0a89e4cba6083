package io.sightline.admin;

import io.sightline.model.ModelStore;
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

/** Registers the management beans while the application runs. */
@ApplicationScoped
class BeanRegistration {
  private static final System.Logger LOG = System.getLogger(BeanRegistration.class.getName());
  private static final String SESSIONS = "io.sightline:type=Sessions";
  private static final String MODELS = "io.sightline:type=Models";

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

  void register(
      @Observes @Initialized(ApplicationScoped.class) Object start,
      SessionRegistry sessions,
      BoundedExecutor frames,
      ModelStore models) {
    register(SESSIONS, new OpenSessions(sessions, frames::stuck));
    register(MODELS, new KnownModels(models::reports, models::memoryBytes));
  }

  private void register(String name, Object bean) {
    try {
      unregister(name);
      server.registerMBean(bean, new ObjectName(name));
    } catch (JMException e) {
      LOG.log(System.Logger.Level.WARNING, "no management bean " + name, e);
    }
  }

  @PreDestroy
  void unregister() {
    unregister(SESSIONS);
    unregister(MODELS);
  }

  private void unregister(String name) {
    try {
      server.unregisterMBean(new ObjectName(name));
    } catch (InstanceNotFoundException e) {
      // there is none to remove
    } catch (JMException e) {
      LOG.log(System.Logger.Level.WARNING, "management bean " + name + " stays registered", e);
    }
  }
}
