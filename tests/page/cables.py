"""A cable between browsers and a page: it has a delay each way, it can be pulled out, and it can go dead."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Cable:
    """Carries whatever comes to `port` to a page and back, in a loop of its own thread."""

    def __init__(self, to: tuple[str, int], there_seconds: float, back_seconds: float) -> None:
        self.port = 0
        self._to = to
        self._there, self._back = there_seconds, back_seconds
        self._ends: set[asyncio.StreamWriter] = set()
        self._dead: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(lambda loop, context: None)  # Python 3.11 complains of a stream that is cut
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def plug_in(self) -> None:
        asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(60)

    def pull_out(self) -> None:
        """Refuse everybody from now on, and end the connections that there are."""
        asyncio.run_coroutine_threadsafe(self._refuse(), self._loop).result(60)

    def go_dead(self) -> None:
        """Carry nothing any more on the connections that there are, without ending them; new ones work."""
        self._loop.call_soon_threadsafe(lambda: self._dead.update(self._ends))

    def close(self) -> None:
        self.pull_out()
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(60)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(60)
        self._loop.close()

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._join, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _refuse(self) -> None:
        if self._server is not None:
            for listening in self._server.sockets:
                self._loop.remove_reader(listening)
            for _ in range(4):  # asyncio leaves half open whom a server has just accepted when it is closed
                await asyncio.sleep(0)
            self._server.close()
        for end in list(self._ends):
            end.transport.abort()

    async def _end(self) -> None:
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ends = {writer}
        self._ends.add(writer)
        try:
            far_reader, far_writer = await asyncio.open_connection(*self._to)
            ends.add(far_writer)
            self._ends.add(far_writer)
            await asyncio.gather(
                self._carry(reader, far_writer, self._there), self._carry(far_reader, writer, self._back)
            )
        finally:
            for end in ends:
                end.transport.abort()
                self._ends.discard(end)

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, delay: float) -> None:
        loop = asyncio.get_running_loop()
        with suppress(OSError):
            while data := await source.read(1 << 16):
                loop.call_later(delay, self._deliver, target, data)
        loop.call_later(delay, target.close)

    def _deliver(self, target: asyncio.StreamWriter, data: bytes) -> None:
        if target not in self._dead and not target.is_closing():
            target.write(data)


@contextmanager
def cable_to(address: tuple[str, int], there_seconds: float = 0, back_seconds: float = 0) -> Iterator[Cable]:
    cable = Cable(address, there_seconds, back_seconds)
    cable.plug_in()
    try:
        yield cable
    finally:
        cable.close()
