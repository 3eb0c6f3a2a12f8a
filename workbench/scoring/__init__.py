"""sacreBLEU over aligned versions."""
