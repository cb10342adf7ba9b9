package org.rollscope.device.pi;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiChipSelect;
import com.pi4j.io.spi.SpiMode;
import com.pi4j.plugin.linuxfs.provider.i2c.LinuxFsI2CProvider;
import com.pi4j.plugin.linuxfs.provider.spi.LinuxFsSpiProvider;
import com.pi4j.provider.Provider;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Pi's buses by Pi4J and the kernel's device files.
 *
 * <p>Each line has a context of its own with the one provider it needs, named here: what the library finds by itself may be
 * mocks, which give made-up values without a word. Closing the context closes the file, once.
 *
 * <p><b>Errors.</b> The library throws three kinds of exceptions, and errors where it has no machine code for the machine; all of
 * them come out as {@link BusException}. <b>Threads.</b> One at a time.
 */
public final class Pi4jBuses implements PiBuses {
    private static final Path DEVICES = Path.of("/dev");
    private static final int BYTE_MASK_BITS = 0xFF;

    private final int spiClockHz;

    /**
     * Opens nothing yet.
     *
     * @param spiClockHz clock of the converters.
     */
    public Pi4jBuses(int spiClockHz) {
        this.spiClockHz = spiClockHz;
    }

    @Override
    public AdcBus openConverter(String device) throws BusException {
        BusNode node = new BusNode(DEVICES.resolve(device));
        String[] numbers = device.substring("spidev".length()).split("\\.", -1);
        return open(node, LinuxFsSpiProvider.newInstance(), context -> {
            Spi spi = context.<LinuxFsSpiProvider>provider(LinuxFsSpiProvider.ID)
                    .create(Spi.newConfigBuilder(context)
                            .id(device)
                            .bus(SpiBus.getByNumber(Integer.parseInt(numbers[0])))
                            .chipSelect(SpiChipSelect.getByNumber(Integer.parseInt(numbers[1])))
                            .mode(SpiMode.MODE_0)
                            .baud(spiClockHz)
                            .build());
            return new SpiLine(node, context, spi);
        });
    }

    @Override
    public RegisterBus openRegisters(int busIndex, int addressBits) throws BusException {
        BusNode node = new BusNode(DEVICES.resolve("i2c-" + busIndex));
        return open(node, LinuxFsI2CProvider.newInstance(), context -> {
            I2C i2c = context.<LinuxFsI2CProvider>provider(LinuxFsI2CProvider.ID)
                    .create(I2C.newConfigBuilder(context)
                            .id("i2c")
                            .bus(busIndex)
                            .device(addressBits)
                            .build());
            return new I2cLine(node, addressBits, context, i2c);
        });
    }

    private static <T> T open(BusNode node, Provider<?, ?, ?> provider, Function<Context, T> opening)
            throws BusException {
        String trouble = node.trouble();
        if (!trouble.isEmpty()) {
            throw new BusException(trouble);
        }
        Context context = null;
        boolean opened = false;
        try {
            context = Pi4J.newContextBuilder().add(provider).build();
            T line = opening.apply(context);
            opened = true;
            return line;
        } catch (RuntimeException | LinkageError failed) {
            throw new BusException(node.path() + " cannot be opened: " + BusException.reason(failed), failed);
        } finally {
            if (context != null && !opened) {
                shutDown(context);
            }
        }
    }

    /** A failure on a line that was open; that its device is gone says more than that it does not answer. */
    private static BusException failure(BusNode node, String words, @Nullable Throwable cause) {
        String trouble = node.trouble();
        return new BusException(trouble.isEmpty() ? words : trouble, cause);
    }

    private static void shutDown(Context context) {
        try {
            context.shutdown();
        } catch (RuntimeException gone) {
            // what is gone needs no closing
        }
    }

    /** One converter's line. */
    private record SpiLine(BusNode node, Context context, Spi spi) implements AdcBus {
        @Override
        public String name() {
            return node.path().toString();
        }

        private BusException failure(String words, @Nullable Throwable cause) {
            return Pi4jBuses.failure(node, words, cause);
        }

        @Override
        public void exchange(byte[] sent, byte[] received) throws BusException {
            int countBytes;
            try {
                countBytes = spi.transfer(sent, 0, received, 0, sent.length);
            } catch (RuntimeException failed) {
                throw failure("a transfer on " + name() + " failed: " + BusException.reason(failed), failed);
            }
            if (countBytes != sent.length) {
                throw failure("a transfer on " + name() + " failed", null);
            }
        }

        @Override
        public void close() {
            shutDown(context);
        }
    }

    /** One chip's line. */
    private record I2cLine(BusNode node, int addressBits, Context context, I2C i2c) implements RegisterBus {
        @Override
        public String name() {
            return node.path() + " at 0x" + Integer.toHexString(addressBits);
        }

        private BusException failure(String words, @Nullable Throwable cause) {
            return Pi4jBuses.failure(node, words, cause);
        }

        @Override
        public void read(int registerIndex, byte[] into) throws BusException {
            try {
                i2c.readRegister(registerIndex, into, 0, into.length);
            } catch (RuntimeException failed) {
                throw failure("no answer on " + name() + ": " + BusException.reason(failed), failed);
            }
        }

        @Override
        public void write(int registerIndex, int valueBits) throws BusException {
            try {
                i2c.writeRegister(registerIndex, (byte) (valueBits & BYTE_MASK_BITS));
            } catch (RuntimeException failed) {
                throw failure("no answer on " + name() + ": " + BusException.reason(failed), failed);
            }
        }

        @Override
        public void close() {
            shutDown(context);
        }
    }
}
