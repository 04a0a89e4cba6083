package io.sightline.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;

/** What runs a network: an execution provider of ONNX Runtime. */
enum Provider {
  TENSORRT(OrtProvider.TENSOR_RT) {
    @Override
    void add(OrtSession.SessionOptions options, Providers settings) throws OrtException {
      try (OrtTensorRTProviderOptions own = new OrtTensorRTProviderOptions(settings.device())) {
        if (settings.engineCache() != null) {
          own.add("trt_engine_cache_enable", "1");
          own.add("trt_engine_cache_path", settings.engineCache().toString());
          own.add("trt_timing_cache_enable", "1");
          own.add("trt_timing_cache_path", settings.engineCache().toString());
        }
        options.addTensorrt(own);
      }
    }
  },
  CUDA(OrtProvider.CUDA) {
    @Override
    void add(OrtSession.SessionOptions options, Providers settings) throws OrtException {
      try (OrtCUDAProviderOptions own = new OrtCUDAProviderOptions(settings.device())) {
        // an exhaustive search would begin again with each size of a batch
        own.add("cudnn_conv_algo_search", "HEURISTIC");
        options.addCUDA(own);
      }
    }
  },
  CPU(OrtProvider.CPU) {
    @Override
    void add(OrtSession.SessionOptions options, Providers settings) {
      // is always there, also for what the others cannot do
    }
  };

  private final OrtProvider ort;

  Provider(OrtProvider ort) {
    this.ort = ort;
  }

  /**
   * Lets it take what it can of a network.
   *
   * @throws OrtException where its libraries do not load or it finds no device
   */
  abstract void add(OrtSession.SessionOptions options, Providers settings) throws OrtException;

  OrtProvider ort() {
    return ort;
  }

  /** Whether it has memory and processors of its own, which small calls one by one leave idle. */
  boolean isDevice() {
    return this != CPU;
  }
}
