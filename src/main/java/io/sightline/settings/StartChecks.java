package io.sightline.settings;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes every {@link StartCheck}. What one refuses is a problem of the deployment: that is the one
 * place from which every server stops the start and shows the sentence.
 */
public class StartChecks implements Extension {
  private static final System.Logger LOG = System.getLogger(StartChecks.class.getName());

  void run(@Observes AfterDeploymentValidation event, BeanManager beans) {
    Instance<Object> instances = beans.createInstance();
    Settings settings = instances.select(Settings.class).get();
    for (StartCheck check : instances.select(StartCheck.class)) {
      try {
        check.check(settings);
      } catch (SettingsException e) {
        LOG.log(System.Logger.Level.ERROR, e.getMessage());
        event.addDeploymentProblem(e);
      }
    }
    UnknownSettings.sentences(
            ConfigProvider.getConfig().getPropertyNames(), new ReferenceFile(Map.of()).names())
        .forEach(sentence -> LOG.log(System.Logger.Level.WARNING, sentence));
  }
}
