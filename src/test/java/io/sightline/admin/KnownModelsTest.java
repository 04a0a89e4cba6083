package io.sightline.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sightline.model.ModelSnapshot;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KnownModelsTest {
  @Test
  @DisplayName("A-7: what runs a model is seen over JMX, with its state and calls")
  void showsModelsOverJmx() throws Exception {
    ModelSnapshot model =
        new ModelSnapshot("echo", "ready", null, "object-detection", "cuda", 2, 7, 1.5);
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("io.sightline.test:type=Models");
    server.registerMBean(new KnownModels(() -> List.of(model)), name);
    try {
      ModelsMXBean models = JMX.newMXBeanProxy(server, name, ModelsMXBean.class);
      assertEquals(List.of(model), models.getModels());
    } finally {
      server.unregisterMBean(name);
    }
  }
}
