#!/bin/bash
# A short form of `make soak`: what is acknowledged survives kill -9.
exec "${BELFRY_SOURCE:-.}/tests/soak/run" --short
