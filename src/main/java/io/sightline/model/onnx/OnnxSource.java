package io.sightline.model.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of an ONNX file, read where they are needed. */
public interface OnnxSource {
  /** Bytes. */
  long size() throws IOException;

  /**
   * Fills {@code target} from {@code position} on as far as it goes.
   *
   * @return bytes read, -1 at the end
   */
  int read(ByteBuffer target, long position) throws IOException;

  static OnnxSource of(byte[] bytes) {
    return new OnnxSource() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public int read(ByteBuffer target, long position) {
        if (position >= bytes.length) {
          return -1;
        }
        int count = (int) Math.min(target.remaining(), bytes.length - position);
        target.put(bytes, (int) position, count);
        return count;
      }
    };
  }

  /** An open file; the caller closes it. */
  static OnnxSource of(FileChannel file) {
    return new OnnxSource() {
      @Override
      public long size() throws IOException {
        return file.size();
      }

      @Override
      public int read(ByteBuffer target, long position) throws IOException {
        return file.read(target, position);
      }
    };
  }
}
