package io.sightline.settings;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes every {@link StartCheck}. What one refuses is a problem of the deployment: that is the one
 * place from which every server stops the start and shows the sentence.
 *
 * <p>The beans are remembered as they are found. Looking them up would miss them on servers where
 * an extension sees another archive than the application's.
 */
public class StartChecks implements Extension {
  private static final System.Logger LOG = System.getLogger(StartChecks.class.getName());
  private final List<Bean<?>> checks = new ArrayList<>();

  <T extends StartCheck> void found(@Observes ProcessBean<T> event) {
    checks.add(event.getBean());
  }

  void run(@Observes AfterDeploymentValidation event, BeanManager beans) {
    Settings settings = ConfiguredSettings.read();
    for (Bean<?> bean : checks) {
      StartCheck check =
          (StartCheck)
              beans.getReference(bean, StartCheck.class, beans.createCreationalContext(bean));
      try {
        check.check(settings);
      } catch (SettingsException e) {
        LOG.log(System.Logger.Level.ERROR, e.getMessage());
        event.addDeploymentProblem(e);
      }
    }
    checks.clear();
    UnknownSettings.sentences(
            ConfigProvider.getConfig().getPropertyNames(), new ReferenceFile(Map.of()).names())
        .forEach(sentence -> LOG.log(System.Logger.Level.WARNING, sentence));
  }
}
